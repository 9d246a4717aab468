"""`python -m pipeline`: see `cli`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
