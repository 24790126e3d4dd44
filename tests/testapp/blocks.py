"""Blocks of the site's own; ``docs/how-to/add-a-block.md`` shows them."""

from wagtail.blocks import CharBlock, StructBlock, TextBlock

from wagtail_lift.blocks import (
    BodyStreamBlock,
    HeadingBlock,
    LiftStreamBlock,
    ParagraphBlock,
    PictureBlock,
)


class StoryBlock(StructBlock):
    """What somebody experienced, in their own words."""

    name = CharBlock(max_length=100)
    story = TextBlock()

    class Meta:
        icon = "user"
        label = "Story"
        template = "testapp/blocks/story.html"


class WorkshopStreamBlock(BodyStreamBlock):
    """The running text of a workshop: every block of the package, and stories."""

    story = StoryBlock()


class PlainStreamBlock(LiftStreamBlock):
    """The running text of a page that keeps to words and pictures."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = PictureBlock()
