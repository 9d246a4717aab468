"""What the commands do, one module each: the shells around runner, show, evaluate and annotate."""
