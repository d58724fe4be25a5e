"""What is kept of an event is unpacked as it was packed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.fields.json import undated
from timeline_cli.index.codec import encode_bodies
from timeline_cli.index.packed import Packer, body_in, pieces_in, texts_of
from timeline_cli.model import Event, Role

TEXTS = st.text()


@given(TEXTS, TEXTS)
def test_a_text_comes_back_whatever_the_example(example: str, text: str) -> None:
    packer = Packer(example)
    data = packer.pack(text)
    assert packer.unpack(data, packer.sum(data)) == text


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_has_the_pieces_and_the_body_of_its_event(title: str, summary: str, name: str) -> None:
    event = Event(
        "a", parse_date("2025-03"), title, summary=summary, companies=(Role(name, None),), extra=(("x-a", name),)
    )
    events = [event, Event("b", parse_date("2025"), summary)]
    assert (
        [pieces_in(text) for text in texts_of(events)] == undated(events) == [*undated([event]), *undated(events[1:])]
    )
    assert [body_in(text) for text in texts_of(events)] == list(encode_bodies(events))


def test_similar_events_take_little_space() -> None:
    event = Event("a", parse_date("2025-03"), "A title of one event", companies=(Role("Acme", None),))
    [example] = texts_of([event])
    packer, text = Packer(example), example.replace("one", "another")
    assert len(packer.pack(text)) < len(text) / 15


@pytest.mark.parametrize("data", [b"\xff", b"\x07\x00", None, "text"])
def test_other_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        Packer("").unpack(data, 0)


def test_the_checksum_depends_on_the_example_too() -> None:
    one, other = Packer("an example"), Packer("another example")
    data = one.pack("a text")
    assert one.sum(data) == Packer("an example").sum(data) != other.sum(data)
    assert one.sum(data) != one.sum(data + b"x")
