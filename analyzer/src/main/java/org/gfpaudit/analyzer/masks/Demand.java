package org.gfpaudit.analyzer.masks;

/**
 * Questions about arguments that a later phase will ask. They are asked once before the fixpoint,
 * in vain, so that the functions they depend on become part of it.
 */
@FunctionalInterface
public interface Demand {
  void ask(Arguments arguments);
}
