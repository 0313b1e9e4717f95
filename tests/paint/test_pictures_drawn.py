"""Photos and drawings of a coach's own on a page: upright, see-through where they are, and written once."""

import io
import zlib

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from planbuilder.geometry import Rect, Size
from planbuilder.load.pictures import read_picture
from planbuilder.load.svg import read_svg
from planbuilder.model.pages import Drawing, Facts, Group, Page, Path, Picture, Raster
from planbuilder.paint.pdf import paint
from planbuilder.problems import Source

BOX = Rect(2, 3, 12, 10)
FACTS = Facts("T")


def seen(faces, *marks, side: int = 20) -> Image.Image:
    """A page as a viewer shows it, two dots a point."""
    data = paint([Page(Size(side, side), marks)], faces, FACTS)
    return pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")


def quarters() -> Image.Image:
    """Red, green, blue and yellow quarters, six by four pixels."""
    image = Image.new("RGB", (6, 4), (255, 0, 0))
    image.paste((0, 255, 0), (3, 0, 6, 2))
    image.paste((0, 0, 255), (0, 2, 3, 4))
    image.paste((255, 255, 0), (3, 2, 6, 4))
    return image


def raster_of(image: Image.Image, kind: str = "PNG", **how: object) -> Raster:
    file = io.BytesIO()
    image.save(file, kind, **how)
    found, problems = read_picture(file.getvalue(), "a.png", None)
    assert problems == ()
    assert isinstance(found, Raster)
    return found


def corners(page: Image.Image) -> list[tuple[int, ...]]:
    """The colours near the corners of BOX, to the nearest of full or none: top, then bottom."""
    x, y, right, bottom = BOX.x * 2 + 3, BOX.y * 2 + 3, BOX.right * 2 - 3, BOX.bottom * 2 - 3
    spots = ((x, y), (right, y), (x, bottom), (right, bottom))
    return [tuple(255 * (channel > 127) for channel in page.getpixel(spot)) for spot in spots]


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photo_stands_upright_however_the_camera_was_held(faces, kind, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    image = quarters().resize((60, 40), Image.Resampling.NEAREST)
    raster = raster_of(image, kind, exif=exif)
    image.getexif()[0x0112] = turn
    upright = ImageOps.exif_transpose(image)
    assert raster.size == upright.size
    wide, high = upright.size
    wanted = [upright.getpixel(spot) for spot in ((1, 1), (wide - 2, 1), (1, high - 2), (wide - 2, high - 2))]
    assert corners(seen(faces, Picture(raster, BOX, "A"))) == wanted


@pytest.mark.parametrize("mode", ["P", "RGB", "RGBA", "1", "L"])
def test_every_kind_of_png_looks_like_itself(faces, mode):
    image = quarters().resize((60, 40), Image.Resampling.NEAREST).convert(mode, dither=Image.Dither.NONE)
    wanted = image.convert("RGB")
    page = seen(faces, Picture(raster_of(image), Rect(0, 0, 20, 20), "A"))
    for x, y in ((5, 5), (30, 5), (5, 30), (30, 30)):
        near = zip(page.getpixel((x, y)), wanted.getpixel((x * 60 // 40, y)), strict=True)
        assert all(abs(one - other) <= 2 for one, other in near)


@pytest.mark.parametrize("how", ["mask", "palette", "key"])
def test_what_is_behind_shows_through(faces, how):
    if how == "mask":
        image = quarters().convert("RGBA")
        image.paste((0, 0, 0, 0), (3, 0, 6, 2))
        raster = raster_of(image)
        assert raster.mask
    else:
        image = quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
        green = image.getpixel((5, 0))
        cover = bytes(0 if k == green else 255 for k in range(4))
        raster = raster_of(image, transparency=green if how == "key" else bytes(200 * (c > 0) for c in cover))
        assert bool(raster.clear) == (how == "key")
    behind = Path((("R", (0, 0, 20, 20)),), fill="#0000FF")
    found = corners(seen(faces, behind, Picture(raster, BOX, "A")))
    assert found[1] == (0, 0, 255)
    assert found[0] == (255, 0, 0)


def test_a_photo_is_written_once_and_as_it_was(faces):
    raster = raster_of(quarters(), "JPEG")
    again = raster_of(quarters(), "JPEG")
    pages = [Page(Size(50, 50), tuple(Picture(r, BOX, "A") for r in (raster, again, raster)))] * 2
    data = paint(pages, faces, FACTS)
    pdf = pikepdf.open(io.BytesIO(data))
    images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert [image.read_raw_bytes() for image in images] == [raster.data]
    assert images[0].Filter == "/DCTDecode"
    assert pdf.check_pdf_syntax() == []
    assert paint(pages, faces, FACTS) == data


def test_rows_of_a_png_go_in_as_they_were(faces):
    raster = raster_of(quarters().convert("RGBA"))
    pdf = pikepdf.open(io.BytesIO(paint([Page(Size(9, 9), (Picture(raster, BOX, "A"),))], faces, FACTS)))
    [image] = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/SMask" in o]
    assert image.read_raw_bytes() == raster.data
    assert image.DecodeParms.Predictor == 15
    assert image.read_bytes() == quarters().tobytes()
    assert image.SMask.read_bytes() == b"\xff" * 24


def test_a_palette_is_a_stream_of_its_own(faces):
    raster = Raster("a", "deflate", 2, 1, "palette", zlib.compress(b"\0\x80"), 1, b"\xff\0\0\0\0\xff")
    page = seen(faces, Picture(raster, Rect(0, 0, 20, 20), "A"))
    assert (page.getpixel((4, 4)), page.getpixel((36, 4))) == ((0, 0, 255), (255, 0, 0))


def drawing(*shapes: str) -> Drawing:
    found, problems = read_svg(Source("a.svg", '<svg viewBox="0 0 10 10">' + "".join(shapes) + "</svg>"), "a")
    assert problems == ()
    assert found is not None
    return found


def test_a_drawing_of_ones_own_ends_at_its_edges(faces):
    page = seen(faces, Group(drawing('<circle cx="5" cy="5" r="50" fill="red"/>'), 5, 5, 0.1))
    assert page.getpixel((20, 20)) == (255, 0, 0)
    assert page.getpixel((20, 6)) == page.getpixel((34, 20)) == (255, 255, 255)


def test_where_outlines_overlap_there_is_a_hole_if_so_drawn(faces):
    twice = '<path fill="blue" fill-rule="{}" d="M0 0H10V10H0ZM3 3H7V7H3Z"/>'
    for rule, middle in (("evenodd", (255, 255, 255)), ("nonzero", (0, 0, 255))):
        page = seen(faces, Group(drawing(twice.format(rule)), 0, 0, 0.2))
        assert (page.getpixel((2, 2)), page.getpixel((20, 20))) == ((0, 0, 255), middle)


def test_ends_and_corners_of_lines_are_as_drawn(faces):
    line = '<path fill="none" stroke="#000" stroke-width="2" stroke-linecap="{}" stroke-linejoin="{}" d="M4 8V3H9"/>'
    below, corner = (16, 35), (13, 9)
    for cap, join, inked in (
        ("square", "miter", (True, True)),
        ("butt", "bevel", (False, False)),
        ("butt", "miter", (False, True)),
    ):
        page = seen(faces, Group(drawing(line.format(cap, join)), 0, 0, 0.2))
        assert tuple(page.getpixel(spot) == (0, 0, 0) for spot in (below, corner)) == inked
