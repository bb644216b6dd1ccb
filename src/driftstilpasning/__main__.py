"""``python -m driftstilpasning`` is ``dt``."""

from driftstilpasning.cli import main

if __name__ == "__main__":
    main()
