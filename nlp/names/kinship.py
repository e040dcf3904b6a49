"""How services belong together: who owns whom, who is a part of whom, who competes with whom."""

from __future__ import annotations

from nlp.mentions import Mention
from nlp.names import gazetteers


def is_monitor(mention: Mention) -> bool:
    """Whether a service watches others (Downdetector)."""
    service = gazetteers.services().get(mention.key or "")
    return service is not None and service.kind == "monitor"


def owns(mention: Mention, key: str | None) -> bool:
    """Whether a name is that of the company behind a service, or of what it is a part of."""
    if mention.key in gazetteers.ancestors(key):
        return True
    service = gazetteers.services().get(key or "")
    return service is not None and service.owner is not None and service.owner == mention.name


def is_of(key: str | None, house: str | None) -> bool:
    """Whether a service is a part of another, or that other's company owns it."""
    if not key or not house or key == house:
        return False
    if house in gazetteers.ancestors(key):
        return True
    known = gazetteers.services()
    service, owner = known.get(key), known.get(house)
    return bool(service and owner and service.owner == owner.name)


def are_kin(key: str | None, other: str | None) -> bool:
    """Whether two services are parts of one, or have one owner."""
    if lines(key) & lines(other):
        return True
    known = gazetteers.services()
    service, second = known.get(key or ""), known.get(other or "")
    return bool(service and second and service.owner and service.owner == second.owner)


def are_rivals(key: str | None, other: str | None) -> bool:
    """Whether two services are of one kind and of different houses."""
    known = gazetteers.services()
    service, second = known.get(key or ""), known.get(other or "")
    if not service or not second or service.kind != second.kind:
        return False
    return not are_kin(key, other)


def is_emergency_line(mention: Mention) -> bool:
    """Whether a service is a number that people call in an emergency."""
    return mention.key == "triple-zero" or (mention.key or "").startswith("emergency-")


def is_utility(key: str | None) -> bool:
    """Whether a service is a utility's: what fails is power or water, if nothing else is said."""
    service = gazetteers.services().get(key or "")
    return service is not None and service.kind == "utility"


def is_app_store(key: str | None) -> bool:
    """Whether people have their apps from a service, and review them there."""
    return key in gazetteers.words("app-stores")


def lines(key: str | None) -> frozenset[str]:
    """Return a service and all that it is a part of."""
    return frozenset({key, *gazetteers.ancestors(key)}) if key else frozenset()


def is_house(key: str | None) -> bool:
    """Whether a service is a company or a cloud by its name: what is out is one of its services."""
    service = gazetteers.services().get(key or "")
    return service is not None and (service.kind == "cloud" or service.owner == service.name)
