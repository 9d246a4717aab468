"""From lines to blocks: which lines belong together (`lines`, `wrapping`, `units`) and what each block is (`kinds`)."""
