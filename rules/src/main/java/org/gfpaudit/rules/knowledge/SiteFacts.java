package org.gfpaudit.rules.knowledge;

import java.util.Set;
import org.gfpaudit.rules.finding.Place;

/**
 * What exemptions look at.
 *
 * @param place of the call, or of the field that is written
 * @param boundField the field the mask is stored in, {@code "struct vm_fault.gfp_mask"}, or the
 *     bare name where its struct is not known; empty where the mask is an argument
 * @param properties what is proven of the call
 */
public record SiteFacts(Place place, String boundField, Set<SiteProperty> properties) {
  public SiteFacts {
    properties = Set.copyOf(properties);
  }

  /** A call of which nothing more is known. */
  public static SiteFacts of(Place place) {
    return new SiteFacts(place, "", Set.of());
  }
}
