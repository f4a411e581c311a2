import type { Enterprise } from '../../feed/sections/enterprises.js';
import type { Catalogue } from '../catalogue.js';

/** The enterprise that one grew into, and those that it grew out of: the feed says it in one direction only. */
export function relatives(catalogue: Catalogue, enterprise: Enterprise) {
  return {
    successor: catalogue.enterprises.filter((other) => other.id === enterprise.successorId)[0],
    predecessors: catalogue.enterprises.filter((other) => other.successorId === enterprise.id),
  };
}
