"""``python -m tests.comparison`` stores again what the other tools say, those of them that are installed."""

import json
import sys

from tests.comparison import FILES, STORED
from tests.comparison.peers import PEERS, stored
from tests.gallery import GALLERY

if __name__ == "__main__":
    before = json.loads(STORED.read_text("utf-8"))["peers"] if STORED.exists() else {}
    peers = {}
    for peer in PEERS:
        version = peer.version()
        if version is None:
            sys.stderr.write(f"{peer.name} is not installed\n")
            peers[peer.name] = before[peer.name]
        else:
            said = peer.remarks([GALLERY / broken.file for broken in FILES])
            remarks = {broken.file: stored(said[GALLERY / broken.file]) for broken in FILES}
            peers[peer.name] = {"version": version, "remarks": remarks}
    files = [broken._asdict() for broken in FILES]
    text = json.dumps({"files": files, "peers": peers}, ensure_ascii=False, indent=1)
    STORED.write_text(f"{text}\n", "utf-8")
