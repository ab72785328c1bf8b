from cms.blocks.stream import ContentStreamBlock

__all__ = ["ContentStreamBlock"]
