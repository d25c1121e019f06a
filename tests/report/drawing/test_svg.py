"""Images of two drawings."""

from __future__ import annotations

from tests.report.markup import everything, read

from detente.report.drawing.svg import Sheet, broad, frame


def test_a_broad_image_keeps_its_wide_drawing_its_name_and_its_description() -> None:
    both = frame("lanes", ("a", "Talks", "Two lanes."), Sheet(320, 90, "<path/>"), Sheet(720, 60, "<rect/>"))
    image = read(broad(both)).all("svg")[0]

    assert image.classes == ["drawing", "broad", "lanes"]
    assert [each.classes for each in image.all("svg")] == [["wide"]]
    assert (image.all("title")[0].text, image.all("desc")[0].text) == ("Talks", "Two lanes.")
    assert "path" not in {each.tag for each in everything(image)}
