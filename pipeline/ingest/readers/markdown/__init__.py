"""Markdown: lines, inline marks, the blocks that they make."""
