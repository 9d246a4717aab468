"""What is known before a document is read: the names of the gazetteer, looked up by tokens.

`names` has those of countries, places and bodies, and asks for cities; `famous` has those of public figures. The facts
are the gazetteer's (`pipeline.gazetteer`): a name that lacks is added there.
"""

from pipeline.extract.entities.known.names import IsPlace, KnownNames

__all__ = ["IsPlace", "KnownNames"]
