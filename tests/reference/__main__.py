"""``python -m reference`` says which pages are stale; ``--write`` writes them."""

import sys

import reference


def main() -> int:
    """Say one line a page; without ``--write``, fail where one is stale."""
    if sys.argv[1:] == ["--write"]:
        for name in reference.write():
            print(f"wrote {name}")  # noqa: T201
        return 0
    old = reference.stale()
    for name in old:
        print(f"{name} is stale: make docs")  # noqa: T201
    return len(old)


sys.exit(main())
