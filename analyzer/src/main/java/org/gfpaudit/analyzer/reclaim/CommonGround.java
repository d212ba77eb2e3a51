package org.gfpaudit.analyzer.reclaim;

import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;

/** What is the same for every territory, each part of it read once. Safe for several threads. */
final class CommonGround {
  private final Model model;
  private final Acquisitions acquisitions;
  private final Roots roots;
  private final Sites sites;
  private final Waits waits;
  private final CallersBySubsystem callers;
  private final OwnObject own;
  private final FreedObjects freed;

  /**
   * @param acquisitions what takes locks in the model's tree
   */
  CommonGround(Model model, Acquisitions acquisitions) {
    this.model = model;
    this.acquisitions = acquisitions;
    this.roots = new Roots(model);
    this.sites = new Sites(model);
    this.waits = new Waits(model, sites);
    this.callers = new CallersBySubsystem(model);
    this.own = new OwnObject(model);
    this.freed = new FreedObjects(model, sites);
  }

  Model model() {
    return model;
  }

  Acquisitions acquisitions() {
    return acquisitions;
  }

  Roots roots() {
    return roots;
  }

  Sites sites() {
    return sites;
  }

  Waits waits() {
    return waits;
  }

  CallersBySubsystem callers() {
    return callers;
  }

  OwnObject own() {
    return own;
  }

  FreedObjects freed() {
    return freed;
  }
}
