"""``python -m xlsales``."""

from xlsales.cli import main

if __name__ == "__main__":
    main()
