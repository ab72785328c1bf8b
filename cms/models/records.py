from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin


class Record(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """What several pages show: edited once, with draft, revisions, lock and workflow.

    A page stores only its id. Publishing it raises the generation, so every page that shows it is right at once.
    """

    _revisions = GenericRelation(
        "wagtailcore.Revision", content_type_field="base_content_type", object_id_field="object_id"
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState", content_type_field="base_content_type", object_id_field="object_id"
    )

    class Meta:
        abstract = True

    @property
    def revisions(self):
        return self._revisions
