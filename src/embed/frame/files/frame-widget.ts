/** A widget that has a frame page. */
export interface FrameWidget {
  /** `ceal-enterprise-gallery`. */
  readonly tag: string;
  /** The attributes that the address of its frame page may set. */
  readonly attributes: readonly string[];
}

/** The name of a widget's files: its tag without `ceal-`. */
export const frameName = ({ tag }: Pick<FrameWidget, 'tag'>): string => tag.replace(/^ceal-/, '');

/** Words for a widget where nobody has given it a name: `Enterprise gallery`. */
export const frameTitle = (widget: Pick<FrameWidget, 'tag'>): string =>
  frameName(widget)
    .replace(/-/g, ' ')
    .replace(/^./, (letter) => letter.toUpperCase());
