"""Where the frozen program begins: the same command line as `engawa`, or the window alone on Windows."""

import sys
from pathlib import Path

from trainer.cli import main, window

if __name__ == "__main__":
    if Path(sys.executable).stem == "engawa-window":
        window()
    main()
