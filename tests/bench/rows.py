"""Rows in the shapes of the benchmark's three files; their words are ours."""

from __future__ import annotations

Row = dict[str, str]

AWS: Row = {
    "row": "1",
    "vendor": "AWS",
    "year": "2019",
    "service": "Amazon Lex (Oregon)",
    "status": "[RESOLVED] Slow queues",
    "description": (
        '<div><span class="yellowfg">11:50 PM PST</span>&nbsp;We look into slow queues.</div>'
        '<div><span class="yellowfg">Mar 3, 12:40 AM PST</span>&nbsp;Between 11:10 PM and 12:20 AM'
        " PST, queues were slow. The issue has been resolved.</div>"
    ),
}
AZURE: Row = {
    "row": "2",
    "vendor": "Azure",
    "description": (
        '<div class="incident-history-item"><span class="hide-text">05/05/2021</span>'
        '<div class="incident-history-title">RCA - Azure Maps - East US</div>'
        "<div>Tracking ID: AB12-CD3</div>"
        '<div class="card-body"><p><strong>Summary of impact:</strong> Between 02:00 and 03:30 UTC'
        " on 5 May 2021, requests failed.</p></div></div>"
    ),
}
GOOGLE: Row = {
    "row": "3",
    "vendor": "GCP",
    "service": "Cloud Bigtable",
    "external_description": "Slow reads",
    "description": (
        "[{'affected_locations': array([{'id': 'asia-northeast1',"
        " 'title': 'Tokyo (asia-northeast1)'}],\n      dtype=object),"
        " 'status': 'AVAILABLE', 'text': 'It is well again.',"
        " 'when': '2021-05-01T11:00:00+00:00'}\n"
        " {'affected_locations': None, 'status': 'SERVICE_DISRUPTION', 'text': \"It's slow.\","
        " 'when': '2021-05-01T10:00:00Z'}]"
    ),
}


def aws(status: str, *posts: str, service: str = "Amazon Lex (Oregon)") -> Row:
    """Return a row of AWS's dashboard: each post is a stamp, a bar and what it says."""
    said = (post.split("|", 1) for post in posts)
    divs = (f'<div><span class="yellowfg">{at}</span>&nbsp;{words}</div>' for at, words in said)
    return {**AWS, "service": service, "status": status, "description": "".join(divs)}


def azure(title: str, *paragraphs: str) -> Row:
    """Return a row of Azure's status history; a paragraph may begin with a heading."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    card = f'<div class="card-body">{body}</div>'
    item = f'<div class="incident-history-title">{title}</div><div>Tracking ID: AB12-CD3</div>'
    return {**AZURE, "description": f'<div class="incident-history-item">{item}{card}</div>'}


def google(title: str, *texts: str, service: str = "Cloud Bigtable") -> Row:
    """Return a row of Google Cloud's incidents: one text an hour, the oldest first."""
    updates = [
        {"text": text, "status": None, "when": f"2021-05-01T{10 + hour}:00:00Z"}
        for hour, text in enumerate(texts)
    ]
    printed = "\n ".join(repr(update) for update in reversed(updates))
    return {
        **GOOGLE,
        "service": service,
        "external_description": title,
        "description": f"[{printed}]",
    }
