"""`inspect`: serve the database on localhost until interrupted."""

import subprocess
from pathlib import Path

from pipeline.errors import UserError
from pipeline.show.browse import browse_argv, write_browse_metadata


def browse(outputs: Path, port: int) -> int:
    """Serve `outputs/depeche.sqlite` on 127.0.0.1; the exit code of the server.

    Raises:
        UserError: there is no database yet.
    """
    if not (outputs / "depeche.sqlite").exists():
        raise UserError(f"{outputs / 'depeche.sqlite'}: not there yet; run `make` first")
    write_browse_metadata(outputs)
    return subprocess.run(browse_argv(outputs, port=port), check=False).returncode
