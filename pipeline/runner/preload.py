"""Imported once by the process that workers are forked from, so that they share the models' memory and load time.

Loading on import is this module's only job; nothing else imports it. Which models: the environment variables
`DEPECHE_MODELS` (folder) and `DEPECHE_LANGUAGES` (such as `fr,en`), set by the runner.
"""

import gc
import os
from contextlib import suppress
from pathlib import Path

from pipeline.errors import UserError
from pipeline.runner.worker import extract_resources

if os.environ.get("DEPECHE_MODELS"):
    with suppress(UserError):  # a worker meets the same mistake, and can tell the runner
        resources = extract_resources(Path(os.environ["DEPECHE_MODELS"]))
        for language in os.environ.get("DEPECHE_LANGUAGES", "").split(","):
            if language in ("fr", "en"):
                resources.model(language)
    gc.collect()
    gc.freeze()  # forked workers do not touch what is here, so its pages stay shared
