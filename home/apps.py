from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Inhalte"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Allowed here: models exist only once Django is ready.
        from cms import outbox  # noqa: PLC0415
        from home import contact_form  # noqa: PLC0415

        outbox.sent.connect(contact_form.on_mail_sent, dispatch_uid="contact-mail-sent")
        outbox.given_up.connect(contact_form.on_mail_given_up, dispatch_uid="contact-mail-given-up")
