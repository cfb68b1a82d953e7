"""Where the frozen program begins: the same command line as `engawa`, or the window alone on Windows."""

import sys
from pathlib import Path

from trainer.cli import main, window

if __name__ == "__main__":
    program = Path(sys.executable)
    if program.stem == "engawa-window":
        # Children talk over standard input and output, which only the console program has. It opens no window.
        sys.executable = str(program.with_name(f"engawa{program.suffix}"))
        window()
    main()
