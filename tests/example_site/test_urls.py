"""The addresses of the example site beside those of its pages."""

from django.urls import resolve

from tests.factories import make_programme


def test_sitemap_names_the_pages(home, client, settings):
    settings.ROOT_URLCONF = "example_site.urls"
    programme = make_programme(home)

    response = client.get("/sitemap.xml")

    assert response.status_code == 200
    assert f"<loc>http://testserver{programme.url}</loc>" in response.text
    assert resolve(programme.url, "example_site.urls").url_name == "wagtail_serve"
