// Wagtail's picker replaces what it cannot read by the present time when a field is left. Here it stays as typed,
// and the form refuses it (cms/typed_moments.py). Set before the first picker is made, so it holds for all of them.
window.jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
