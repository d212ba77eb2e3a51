package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.constrain.Setter;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.mappingloosened.LoosenedMapping;

/**
 * Finds drivers that change the mask of a file they were handed and do not leave it as strict as
 * others asked for: who restores what was saved, and who never restores.
 */
final class LoosenedMappings {
  private final Model model;
  private final List<Setter> setters;
  private final List<DeviceContext> devices;

  LoosenedMappings(Model model, List<Setter> setters, List<DeviceContext> devices) {
    this.model = model;
    this.setters = setters;
    this.devices = devices;
  }

  /** What is wrong, sorted by place. */
  List<Objection> find() {
    List<Objection> found = new ArrayList<>();
    for (Setter setter : setters) {
      if (setter.site().audience() != Audience.BACKING) {
        continue;
      }
      Optional<String> saved = setter.restored().map(field -> field.text());
      boolean isKeptForGood = takes(setter.site()) && !isRestored(setter.site());
      if (saved.isPresent() || isKeptForGood) {
        found.add(objection(setter, saved));
      }
    }
    return found;
  }

  private static boolean takes(ConstrainerSite site) {
    return site.fs() == BitEffect.CLEARS || site.io() == BitEffect.CLEARS;
  }

  /** Whether the driver has a setter that puts something else back. */
  private boolean isRestored(ConstrainerSite site) {
    return setters.stream()
        .map(Setter::site)
        .anyMatch(other -> other.place().file().equals(site.place().file()) && !takes(other));
  }

  private Objection objection(Setter setter, Optional<String> saved) {
    ConstrainerSite site = setter.site();
    Flagged flagged =
        new Flagged(
            site.place(), site.setter(), site.mask(), site.mapping(), model.condition(setter.at()));
    return new Objection(
        setter.at(),
        new LoosenedMapping(flagged, saved, rank(site, saved.isPresent())),
        List.of(
            new WitnessStep(
                site.place(),
                saved.isPresent()
                    ? "the mask that was found is put back"
                    : "the mask is restricted, and never put back")));
  }

  /** It matters where somebody relies on the mask because it has no scope. */
  private Rank rank(ConstrainerSite site, boolean isRestored) {
    List<DeviceContext> local = devices.stream().filter(DeviceContext::isLocal).toList();
    Optional<DeviceContext> unscoped = local.stream().filter(DeviceContext::isUnscoped).findFirst();
    Consequence consequence =
        new Consequence(MappingKinds.UNKNOWN, local, Optional.empty(), Optional.empty(), List.of());
    if (isRestored && unscoped.isPresent()) {
      return new Rank(
          Level.WARNING,
          unscoped.get().text() + " has nothing but the mask to protect it",
          List.of(site),
          consequence);
    }
    String reason =
        isRestored
            ? "what stores to such a file does so in a scope, and does not need the mask"
            : "the file stays restricted when it is used otherwise; nothing hangs for it";
    return new Rank(Level.NOTE, reason, List.of(site), consequence);
  }
}
