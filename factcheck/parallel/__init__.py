"""Work on many items by several processes: in chunks by bytes, with results in order, and none lost if a process dies.

It knows nothing of documents.
"""

from factcheck.parallel.chunks import chunked, cores, processes
from factcheck.parallel.job import Job, mapped

__all__ = ["Job", "chunked", "cores", "mapped", "processes"]
