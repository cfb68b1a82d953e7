"""`python -m trainer` is the same program as `engawa`."""

from trainer.cli import main

if __name__ == "__main__":
    main()
