"""What was found in documents, kept in the user's cache folder for as long as nothing that it depends on changes.

One file for each state of factcheck and of a set of packs. In it a result stands under a digest of the document, its
sidecar and the settings that decide how it is read; what only chooses among findings is no part of it.
"""

from factcheck.results.basis import Basis, basis_of
from factcheck.results.codec import Found, marked, pack_result, unpack_result
from factcheck.results.keys import key_of
from factcheck.results.shelves import Shelves
from factcheck.results.store import Results

__all__ = [
    "Basis",
    "Found",
    "Results",
    "Shelves",
    "basis_of",
    "key_of",
    "marked",
    "pack_result",
    "unpack_result",
]
