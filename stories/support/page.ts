import page from '../.storybook/stories-page.mdx';

/** The documentation of a file of stories: what it is about and the stories, without the tables of the element. */
export const storiesPage = (about: string) => ({ page, description: { component: about } });
