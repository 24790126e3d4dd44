# The example site in a container. For a site of your own, replace `example_site` and install your
# requirements; see docs/how-to/deploy.md.
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp PORT=8000
WORKDIR /srv

# The package first: what it needs is installed again only when it changes.
COPY setup.cfg setup.py pyproject.toml README.md LICENSE ./
COPY wagtail_lift wagtail_lift
RUN python -m pip install --no-cache-dir "./[example]"

# This user owns the site's folder, and so may write uploads; everything else belongs to root.
COPY --chown=1000:1000 example_site example_site
USER 1000:1000
RUN mkdir -p example_site/var/media && \
    DEBUG=0 SECRET_KEY=only-to-collect python example_site/manage.py collectstatic --no-input

EXPOSE 8000
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/static/wagtail_lift/css/lift.css')"]
# gunicorn listens on $PORT.
CMD ["gunicorn", "--workers", "2", "--access-logfile", "-", "example_site.wsgi"]
