"""python -m scripts.screenshots: every template of the demo, wide and narrow, light and dark, to var/screenshots."""

import shutil
import tempfile
from pathlib import Path
from typing import Literal

from scripts.demo.place import ROOT
from tests.addresses import TEMPLATES
from tests.engines.browser import chromium
from tests.engines.demo import demo_site

FOLDER = ROOT / "var" / "screenshots"
SIZES = {"1280": (1280, 800), "320": (320, 640)}
SCHEMES: dict[str, Literal["light", "dark"]] = {"hell": "light", "dunkel": "dark"}


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, demo_site(Path(folder)) as site, chromium() as browser:
        for size, (width, height) in SIZES.items():
            for label, scheme in SCHEMES.items():
                context = browser.new_context(
                    base_url=site.url, viewport={"width": width, "height": height}, color_scheme=scheme, locale="de-DE"
                )
                page = context.new_page()
                for name, path in TEMPLATES.items():
                    page.goto(path)
                    page.screenshot(path=FOLDER / f"{name}-{size}-{label}.png", full_page=True)
                context.close()
                print(f"  {size} px, {label}: {len(TEMPLATES)} Bilder", flush=True)
    print(f"Bilder: {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
