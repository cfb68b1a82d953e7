"""The commands of the command line, one module each, imported on demand by trainer/cli.py."""
