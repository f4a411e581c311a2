import { isServer } from 'lit';

/** True inside a frame, whose size and whose history are those of the page around it. */
export const isFramed = !isServer && self !== top;
