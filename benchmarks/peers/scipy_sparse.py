"""Top twenty by dot product with SciPy's sparse matrices, one ask at a time.

Reads offers and asks (one a line, `skill:weight` parted by spaces); prints the seconds the
asks took, then a line of offer numbers for each ask. Ties go to the lower number. Needs
scipy; where it is missing it is installed into a virtual environment beside this script.
"""

import os
import pathlib
import subprocess
import sys
import time

try:
    import numpy
    import scipy.sparse
except ImportError:
    home = pathlib.Path(__file__).with_name(".venv")
    python = home / "bin" / "python"
    if pathlib.Path(sys.prefix) == home.resolve():
        raise
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True, stdout=sys.stderr)
        subprocess.run([python, "-m", "pip", "install", "-q", "scipy"], check=True, stdout=sys.stderr)
    os.execv(python, [str(python), *sys.argv])


def rows(path):
    starts, columns, values = [0], [], []
    with open(path) as lines:
        for line in lines:
            for entry in line.split():
                column, value = entry.split(":")
                columns.append(int(column))
                values.append(int(value))
            starts.append(len(columns))
    shape = (len(starts) - 1, 1000)
    return scipy.sparse.csr_matrix((numpy.array(values, numpy.int32), columns, starts), shape)


offers = rows(sys.argv[1]).tocsc()
asks = rows(sys.argv[2])
lists = []
begin = time.process_time()
for at in range(asks.shape[0]):
    ask = asks[at]
    # Only the columns asked for: what a sparse product with one row comes to.
    scores = numpy.asarray(offers[:, ask.indices] @ ask.data).ravel()
    least = numpy.partition(scores, -20)[-20]
    some = numpy.flatnonzero(scores >= least)
    lists.append(some[numpy.lexsort((some, -scores[some]))][:20])
print(time.process_time() - begin)
for found in lists:
    print(*found)
