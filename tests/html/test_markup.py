"""The Nu HTML checker finds no error on any template, in what the server sends."""

import warnings

from tests.e2e.checks.markup import markup
from tests.e2e.samples import NAMES, Samples


def test_nu_finds_no_error(browser, site, tmp_path):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    samples = Samples(browser, site.url)
    page = context.new_page()
    files = []
    for name in NAMES:
        files.append(tmp_path / f"{name}.html")
        files[-1].write_text(samples.open(page, name).text())
    context.close()
    errors, hints = markup(files)
    for hint in sorted(set(hints)):
        # Listed at the end of the run.
        warnings.warn(f"Nu: {hint}", stacklevel=1)
    assert errors == []
