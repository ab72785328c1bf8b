from django.urls import path

from search import views

urlpatterns = [path("", views.show_results, name="search")]
