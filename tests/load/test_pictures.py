"""Pictures of a coach's own: every kind that can be printed, and every one that must not get in, said at its line."""

import io
import os
import struct
import zlib
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from planbuilder.load import png
from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.load.pictures import load_picture, read_picture
from planbuilder.load.plans import load_plan
from planbuilder.model.pages import Drawing, Raster
from planbuilder.problems import Place, Problem, Source, Word

EXERCISE = "name: Walk\npicture: {file: walk.png, credit: A, licence: CC BY 4.0}\n"
SVG = b'<svg viewBox="0 0 10 10"><rect width="5" height="5"/></svg>'


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header(width: int, height: int, bits: int = 8, kind: int = 2, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, interlaced))


def png_of(head: bytes, rows: bytes, *chunks: bytes) -> bytes:
    return b"".join((png.MAGIC, head, *chunks, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")))


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def hills(mode: str, size: tuple[int, int] = (23, 17)) -> Image.Image:
    """A picture with something of everything, so that a PNG writer uses all its filters."""
    image = Image.linear_gradient("L").resize(size).convert("RGBA")
    image.putalpha(Image.radial_gradient("L").resize(size))
    ImageDraw.Draw(image).ellipse((3, 2, 12, 14), fill=(200, 30, 90, 128), outline=(0, 90, 255, 255))
    return image.convert(mode)


def read(data: bytes) -> Raster:
    found, problems = read_picture(data, "walk.png", None)
    assert problems == ()
    assert isinstance(found, Raster)
    return found


def complaint(data: bytes) -> str:
    found, problems = read_picture(data, "walk.png", None)
    assert found is None
    [problem] = problems
    return f"{problem.message} ({problem.advice})"


def looked_at(raster: Raster) -> Image.Image:
    """The pixels of a raster, as a PDF viewer gets at them: through a PNG written around its rows."""
    if raster.packing == "jpeg":
        return Image.open(io.BytesIO(raster.data))
    kind = {"grey": 0, "rgb": 2, "palette": 3}[raster.colours]
    table = chunk(b"PLTE", raster.palette) if raster.palette else b""
    head = header(raster.width, raster.height, raster.bits, kind)
    whole = b"".join((png.MAGIC, head, table, chunk(b"IDAT", raster.data), chunk(b"IEND", b"")))
    return Image.open(io.BytesIO(whole))


@pytest.mark.parametrize("mode", ["L", "RGB", "1"])
def test_pixels_of_a_plain_png_are_kept_as_they_are(mode: str) -> None:
    image = hills(mode)
    data = saved(image)
    raster = read(data)
    assert (raster.width, raster.height, raster.mask, raster.turn) == (23, 17, None, 1)
    assert raster.data in data
    assert looked_at(raster).convert(mode).tobytes() == image.tobytes()


@pytest.mark.parametrize(("mode", "colours"), [("LA", "L"), ("RGBA", "RGB")])
def test_what_is_see_through_becomes_a_mask(mode: str, colours: str) -> None:
    image = hills(mode)
    raster = read(saved(image))
    assert raster.mask is not None
    assert looked_at(raster).tobytes() == image.convert(colours).tobytes()
    assert looked_at(raster.mask).tobytes() == image.getchannel("A").tobytes()


@pytest.mark.parametrize("way", range(5))
def test_every_filter_can_be_parted_into_colours_and_mask(way: int) -> None:
    rows = [bytes((7 * x * x + 31 * y) % 256 for x in range(24)) for y in range(6)]
    data = png_of(header(6, 6, kind=6), b"".join(bytes([way]) + row for row in rows))
    image, raster = Image.open(io.BytesIO(data)), read(data)
    assert raster.mask is not None
    assert looked_at(raster).tobytes() == image.convert("RGB").tobytes()
    assert looked_at(raster.mask).tobytes() == image.getchannel("A").tobytes()


@pytest.mark.parametrize(("kind", "channels", "way"), [(k, n, w) for (k, n), w in product(((0, 1), (2, 3)), range(5))])
def test_sixteen_bits_are_halved_under_every_filter(kind: int, channels: int, way: int) -> None:
    fine = [bytes((13 * x * x + 57 * y) % 256 for x in range(10 * channels)) for y in range(4)]
    coarse = [row[::2] for row in fine]
    raster = read(png_of(header(5, 4, 16, kind), b"".join(bytes([way]) + row for row in fine)))
    wanted = read(png_of(header(5, 4, 8, kind), b"".join(bytes([way]) + row for row in coarse)))
    assert raster.bits == 8
    assert looked_at(raster).tobytes() == looked_at(wanted).tobytes()


def test_sixteen_bits_with_a_mask_are_halved_too() -> None:
    pixels = bytes((1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9, 7, 9, 8, 9))
    raster = read(png_of(header(2, 1, 16, 6), b"\0" + pixels))
    assert looked_at(raster).tobytes() == bytes((1, 2, 3, 5, 6, 7))
    assert raster.mask is not None
    assert looked_at(raster.mask).tobytes() == bytes((4, 8))


@pytest.mark.parametrize("colours", [2, 4, 16, 200])
def test_a_palette_stays_one(colours: int) -> None:
    image = hills("RGB").quantize(colours)
    raster = read(saved(image))
    assert raster.colours == "palette"
    assert len(raster.palette) == 3 << raster.bits
    assert looked_at(raster).convert("RGB").tobytes() == image.convert("RGB").tobytes()


def test_one_colour_left_out_needs_no_mask() -> None:
    image = hills("RGB").quantize(16)
    raster = read(saved(image, transparency=3))
    assert (raster.clear, raster.mask) == ((3,), None)
    key = png_of(header(1, 1), b"\0abc", chunk(b"tRNS", struct.pack(">3H", 97, 98, 99)))
    assert read(key).clear == (97, 98, 99)


@pytest.mark.parametrize(("bits", "way"), list(product((1, 2, 4, 8), range(5))))
def test_a_palette_of_see_through_colours_becomes_a_mask(bits: int, way: int) -> None:
    count = 1 << min(bits, 3)
    table = bytes(range(3 * count))
    cover = bytes(255 - 30 * k for k in range(count))
    row = bytes((0, 7, 1, 3)) if bits == 8 else bytes((0b00011011,)) * 4
    rows = b"\0" + row + bytes([way]) + bytes(4)
    width = 32 // bits - (bits < 8)
    data = png_of(header(width, 2, bits, 3), rows, chunk(b"PLTE", table), chunk(b"tRNS", cover))
    raster = read(data)
    assert raster.mask is not None
    assert looked_at(raster.mask).tobytes() == Image.open(io.BytesIO(data)).convert("RGBA").getchannel("A").tobytes()


def test_filters_of_a_palette_are_undone_as_others_do_it() -> None:
    rows = b"".join(bytes([k % 5]) + bytes((k * 3 + x * x) % 7 for x in range(11)) for k in range(20))
    chunks = chunk(b"PLTE", bytes(768)), chunk(b"tRNS", bytes(255 - k for k in range(256)))
    data = png_of(header(11, 20, 8, 3), rows, *chunks)
    raster = read(data)
    assert raster.mask is not None
    assert looked_at(raster.mask).tobytes() == Image.open(io.BytesIO(data)).convert("RGBA").getchannel("A").tobytes()


def exif(turn: int) -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = turn
    found[0x010F] = "Secret camera"
    return found


@pytest.mark.parametrize(("mode", "colours"), [("L", "grey"), ("RGB", "rgb")])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_is_kept_as_it_is_without_what_the_camera_wrote(mode: str, colours: str, progressive: bool) -> None:
    image = hills(mode)
    data = saved(image, "JPEG", exif=exif(6), comment=b"Secret place", progressive=progressive, icc_profile=b"Secret")
    raster = read(data + b"Secret film")
    assert (raster.packing, raster.colours, raster.turn) == ("jpeg", colours, 6)
    assert (raster.width, raster.height, raster.size) == (23, 17, (17, 23))
    assert b"Secret" not in raster.data
    assert b"Exif" not in raster.data
    assert looked_at(raster).tobytes() == Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("turn", range(1, 9))
def test_how_the_camera_was_held_is_read_from_both_kinds(turn: int) -> None:
    assert read(saved(hills("RGB"), "JPEG", exif=exif(turn))).turn == turn
    assert read(saved(hills("RGB"), exif=exif(turn))).turn == turn


def test_a_nonsense_turn_is_none() -> None:
    assert read(saved(hills("RGB"), "JPEG", exif=exif(99))).turn == 1


def test_a_small_picture_inside_a_jpeg_is_left_out() -> None:
    data = saved(hills("L"), "JPEG")
    thumbnail = b"\xff\xe0" + struct.pack(">H", 16 + 27) + b"JFIF\0\1\1\0\0\1\0\1\3\3" + b"Thumbnails" * 2 + b"1234567"
    raster = read(data[:2] + thumbnail + data[20:])
    assert b"Thumb" not in raster.data
    assert looked_at(raster).size == (23, 17)


def test_a_drawing_is_read_whatever_its_ending() -> None:
    found, problems = read_picture(b"\xef\xbb\xbf<?xml version='1.0'?>" + SVG, "walk.png", None)
    assert problems == ()
    assert isinstance(found, Drawing)


REFUSED = {
    b"": "walk.png is empty. (copy it again)",
    b"GIF89a": "walk.png is a GIF, whatever its name says.",
    b"RIFF1234WEBPVP8 ": "walk.png is a WebP picture, whatever its name says.",
    b"\0\0\0\x18ftypheic": "walk.png is a HEIC or AVIF photo, or a film, whatever its name says.",
    b"%!PS-Adobe-3.0 EPSF-3.0\n": "walk.png is a PostScript file (EPS), whatever its name says.",
    b"%PDF-1.7": "walk.png is a PDF, whatever its name says.",
    b" <!DOCTYPE HTML><html>": "walk.png is a web page, whatever its name says.",
    b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>": "walk.png is no picture.",
    b"hello": "walk.png is no picture. (a picture is a PNG, a JPEG or a plain SVG)",
    SVG.decode().encode("utf-16"): "walk.png is no picture.",
    SVG + b"\xff": "walk.png is not saved as UTF-8. (save it again as plain SVG)",
    SVG + b" " * 1_000_000: "walk.png is too large for a drawing: over 1 MB.",
}


@pytest.mark.parametrize("data", REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_picture_is_called_by_its_name(data: bytes) -> None:
    assert complaint(data).startswith(REFUSED[data])


GOOD = png_of(header(2, 2), b"\0abcdef" * 2)
BROKEN = {
    "checksum": (GOOD.replace(b"IDAT", b"IDAU"), "a checksum is wrong"),
    "cut": (GOOD[:-20], "it ends too early"),
    "no pixels": (png.MAGIC + header(2, 2) + chunk(b"IEND", b""), "it ends before its pixels"),
    "no header": (png.MAGIC + chunk(b"IDAT", b"") * 3, "it does not say how large it is"),
    "nothing": (png.MAGIC, "it does not say how large it is"),
    "too few rows": (png_of(header(2, 3), b"\0abcdef" * 2), "it ends in the middle of its pixels"),
    "half a row": (png_of(header(2, 2), b"\0abcdef\0ab"), "it ends in the middle of its pixels"),
    "too many rows": (png_of(header(2, 1), b"\0abcdef" * 2), "it has more pixels than it says"),
    "strange filter": (png_of(header(2, 1), b"\5abcdef"), "its rows are not as in a PNG"),
    "cut stream": (
        png.MAGIC + header(2, 2) + chunk(b"IDAT", zlib.compress(b"\0abcdef" * 2)[:-5]) + chunk(b"IEND", b""),
        "it ends in the middle of its pixels",
    ),
    "no stream": (
        png.MAGIC + header(2, 2) + chunk(b"IDAT", b"no stream") + chunk(b"IEND", b""),
        "its pixels cannot be unpacked",
    ),
    "no palette": (png_of(header(2, 1, 8, 3), b"\0ab"), "its palette is missing or cannot be"),
    "large palette": (
        png_of(header(2, 1, 1, 3), b"\0a", chunk(b"PLTE", bytes(9))),
        "its palette is missing or cannot be",
    ),
    "odd depth": (png_of(header(2, 1, 3, 2), b"\0abcdef"), "its header says what cannot be"),
    "odd clear": (
        png_of(header(2, 1), b"\0abcdef", chunk(b"tRNS", b"a")),
        "what it says of see-through parts cannot be",
    ),
    "unknown part": (png_of(header(2, 1), b"\0abcdef", chunk(b"WHAT", b"")), "it has a part that is unknown"),
    "many parts": (png.MAGIC + header(2, 1) + chunk(b"tEXt", b"") * 60_000, "it has too many parts"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_damaged_png_is_refused(case: str) -> None:
    data, what = BROKEN[case]
    assert complaint(data).startswith(f"walk.png is damaged: {what}. (open it in a picture program and save it")


def test_what_stands_around_the_pixels_of_a_png_is_left_out() -> None:
    data = png_of(header(2, 2), b"\0abcdef" * 2, chunk(b"tEXt", b"Comment\0Secret")) + b"Secret film"
    assert b"Secret" not in read(data).data


def test_a_bomb_is_not_unpacked() -> None:
    small = zlib.compress(bytes(20_000_000), 9)
    assert len(small) < 20_000
    huge = png.MAGIC + header(50_000, 50_000) + chunk(b"IDAT", small) + chunk(b"IEND", b"")
    assert complaint(huge).startswith("walk.png is too large: 50000 × 50000 pixels. (save it smaller")
    assert complaint(png.MAGIC + header(1, 40_000) + chunk(b"IDAT", small)).startswith("walk.png is too large: 1 ×")
    lying = png.MAGIC + header(10, 10) + chunk(b"IDAT", small) + chunk(b"IEND", b"")
    assert "it has more pixels than it says" in complaint(lying)


def test_a_bomb_in_a_jpeg_is_not_unpacked() -> None:
    data = saved(hills("L"), "JPEG")
    at = data.index(b"\xff\xc0")
    assert "50000 × 50000 pixels" in complaint(data[: at + 5] + struct.pack(">HH", 50_000, 50_000) + data[at + 9 :])


def test_pngs_that_cannot_be_printed_say_how_to_save_them() -> None:
    interlaced = png_of(header(1, 1, interlaced=1), b"\0abc")
    assert complaint(interlaced) == (
        "walk.png is interlaced, which cannot be printed. (save it again with interlacing switched off)"
    )
    fine = png_of(header(1, 1, 16), b"\0abcdef", chunk(b"tRNS", bytes(6)))
    assert complaint(fine).startswith("walk.png has see-through parts of 16 bits a colour. (save it again with 8 bits")
    chunks = chunk(b"PLTE", bytes(9)), chunk(b"tRNS", b"abc")
    large = png_of(header(3000, 2000, 1, 3), (b"\0" + bytes(375)) * 2000, *chunks)
    assert complaint(large).startswith("walk.png is too large for a picture with a see-through palette. (save it")


def test_colours_for_a_press_are_refused() -> None:
    assert complaint(saved(hills("CMYK"), "JPEG")) == (
        "The colours of walk.png are for a printing press (CMYK). (save it in RGB colours, or as PNG)"
    )


def test_rare_and_damaged_jpegs_are_refused() -> None:
    data = saved(hills("RGB"), "JPEG")
    frame, scan = data.index(b"\xff\xc0"), data.index(b"\xff\xda")
    assert complaint(data.replace(b"\xff\xc0", b"\xff\xc9")).startswith("walk.png is a rare kind of JPEG that cannot")
    assert complaint(data[: frame + 4] + b"\x0c" + data[frame + 5 :]).startswith("walk.png is a rare kind of JPEG")
    assert "ends in the middle of its pixels" in complaint(data[:-2])
    assert "its parts do not follow each other" in complaint(data[: scan + 4])
    assert "it does not hold one picture" in complaint(data[:scan] + data[frame:])
    assert "it does not say how large it is" in complaint(b"\xff\xd8\xff\xd9")
    assert "it does not say how large it is" in complaint(b"\xff\xd8" + b"\xff" * 100_000)
    assert "too many parts" in complaint(data[:scan] + b"\xff\xfe\0\2" * 5000 + data[scan:])


@given(st.binary(max_size=300), st.sampled_from([b"", png.MAGIC, b"\xff\xd8\xff", b"<svg ", b"GIF8"]))
def test_any_bytes_give_a_picture_or_problems(data: bytes, start: bytes) -> None:
    found, problems = read_picture(start + data, "x.png", None)
    assert (found is None) == any(problem.severity == "error" for problem in problems)


WHOLE = (
    GOOD,
    saved(hills("RGBA")),
    saved(hills("P"), transparency=bytes(range(9))),
    saved(hills("RGB"), "JPEG", exif=exif(3), progressive=True),
)


@given(
    st.sampled_from(WHOLE),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=4),
    st.integers(1, 3000),
)
@settings(max_examples=300)
def test_any_damage_gives_a_picture_or_a_problem(data: bytes, changes: list[tuple[int, int]], end: int) -> None:
    damaged = bytearray(data)
    for at, value in changes:
        damaged[at % len(data)] = value
    for whole in (bytes(damaged), bytes(damaged[:end])):
        found, problems = read_picture(whole, "x.png", None)
        assert (found is None) == bool(problems)


@given(st.tuples(*[st.integers(0, 5)] * 4), st.binary(max_size=60), st.binary(max_size=12), st.binary(max_size=12))
def test_any_sound_chunks_give_a_picture_or_a_problem(
    head: tuple[int, ...], rows: bytes, table: bytes, clear: bytes
) -> None:
    width, height, bits, kind = head
    chunks = chunk(b"PLTE", table), chunk(b"tRNS", clear), chunk(b"eXIf", rows)
    found, problems = read_picture(png_of(header(width, height, 1 << bits, kind), rows, *chunks), "x.png", None)
    assert (found is None) == bool(problems)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in ("work/exercises/pictures", "shipped", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "work/exercises/walk.yaml").write_text(EXERCISE)
    (tmp_path / "elsewhere/secret.png").write_bytes(GOOD)
    (tmp_path / "work/top.png").write_bytes(GOOD)
    (tmp_path / "work/exercises/walk.png").write_bytes(GOOD)
    (tmp_path / "work/exercises/pictures/walk.svg").write_bytes(SVG)
    return Folders(tmp_path / "work", None, tmp_path / "shipped")


def asked(folders: Folders, file: str, source: str = "exercises/walk.yaml") -> object:
    """The kind of artwork that a file gives, or the problem told."""
    place = Place(Source(source, EXERCISE), 2, 17)
    found, problems = load_picture(Word(file, place), "figure:walk", folders, "A walk")
    if found is not None:
        assert (found.name, found.alt, problems) == ("figure:walk", "A walk", ())
        return type(found)
    [problem] = problems
    assert isinstance(problem, Problem)
    return f"{problem.place}: {problem.message} ({problem.advice})"


def test_a_picture_lies_beside_the_file_that_names_it(folders: Folders) -> None:
    assert asked(folders, "walk.png") is Raster
    assert asked(folders, "pictures/walk.svg") is Drawing
    assert asked(folders, "walk.png", str(folders.user / "exercises/walk.yaml")) is Raster
    assert asked(folders, "top.png", "plan.yaml") is Raster
    assert asked(folders, "wlak.png") == ("exercises/walk.yaml:2:17: There is no such file. (did you mean walk.png?)")
    assert asked(folders, "pictures") == (
        "exercises/walk.yaml:2:17: This is a folder, not a file. (give a file inside it)"
    )


@pytest.mark.parametrize(
    "file",
    ["../top.png", "../../elsewhere/secret.png", "pictures/../../top.png", "/etc/hostname", "..\\top.png", "a\0b", ""],
)
def test_a_picture_cannot_lie_elsewhere(folders: Folders, file: str) -> None:
    assert asked(folders, file) == (
        f"exercises/walk.yaml:2:17: A picture cannot lie elsewhere: {file}."
        " (put the picture beside the file that names it, or into a folder there)"
    )


def test_a_link_that_leads_out_is_not_followed(folders: Folders) -> None:
    (folders.user / "exercises/link.png").symlink_to("../../elsewhere/secret.png")
    (folders.user / "exercises/folder").symlink_to("../../elsewhere")
    (folders.user / "exercises/alias.png").symlink_to("walk.png")
    assert "cannot lie elsewhere" in str(asked(folders, "link.png"))
    assert "cannot lie elsewhere" in str(asked(folders, "folder/secret.png"))
    assert asked(folders, "alias.png") is Raster


def test_a_pipe_is_not_opened(folders: Folders) -> None:
    os.mkfifo(folders.user / "exercises/pipe.png")
    assert "not a file that can be read" in str(asked(folders, "pipe.png"))


def test_a_library_keeps_the_pictures_of_its_exercises_and_plan(folders: Folders) -> None:
    library = Library(folders)
    assert library.exercise("walk")
    plan = "title: A\nclub: Hill Club\nbrand: {logo: exercises/pictures/walk.svg}\nexercises: {jump: Jump}\ndo: jump\n"
    _, problems = load_plan(Source("plan.yaml", plan), library)
    assert (problems, library.problems) == ((), ())
    assert {name: picture.alt for name, picture in library.pictures.items()} == {
        "figure:walk": "Walk",
        "picture:logo": "Hill Club",
    }


def test_mistakes_in_a_drawing_are_told_with_those_of_the_exercise(folders: Folders) -> None:
    (folders.user / "exercises/walk.png").write_bytes(SVG.replace(b"rect", b"text"))
    library = Library(folders)
    assert library.exercise("walk")
    assert [str(problem.place) for problem in library.problems] == ["exercises/walk.png:1:26"]
    assert library.pictures == {}


@given(st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_any_name_gives_a_picture_or_a_problem(folders: Folders, file: str) -> None:
    assert asked(folders, file)
