from django.core.management.base import BaseCommand, CommandError

from wagtail.models import Site

from home import roles
from home.models import HomePage


class Command(BaseCommand):
    help = "Legt die Gruppen „Redaktion“ und „Freigabe“ an oder gibt ihnen wieder genau ihre Rechte; ohne Konten."

    def handle(self, *args, **options):
        site = Site.objects.filter(is_default_site=True).first()
        if site is None or not isinstance(site.root_page.specific, HomePage):
            raise CommandError(
                "Zuerst: Legen Sie die Startseite an, und tragen Sie sie unter „Einstellungen → Websites“ ein."
            )
        groups = roles.create(site.root_page)
        self.stdout.write("Gruppen: " + ", ".join(groups))
