"""The digests by which content is told apart and findings are named, without OpenSSL.

`hashlib` loads that library whatever it is asked for: 4 MiB and 2 ms of every run. What it would give for these two
is the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b

        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:  # a Python that was built without its own
        from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]
