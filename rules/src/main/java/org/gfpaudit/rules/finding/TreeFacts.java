package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * What a tree says beside the calls that are audited.
 *
 * @param constrainers every call in the tree that sets the mask of a mapping, sorted
 * @param waivers every comment in the tree that lets findings stay, by place
 */
public record TreeFacts(List<ConstrainerSite> constrainers, List<SourceWaiver> waivers) {
  public TreeFacts {
    constrainers = List.copyOf(constrainers);
    waivers = List.copyOf(waivers);
  }

  /** A tree that says nothing. */
  public static TreeFacts none() {
    return new TreeFacts(List.of(), List.of());
  }
}
