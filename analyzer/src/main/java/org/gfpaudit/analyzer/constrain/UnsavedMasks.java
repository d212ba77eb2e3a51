package org.gfpaudit.analyzer.constrain;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.maskneversaved.NeverSaved;

/** Finds setters that restore a mask from a field to which nothing in the tree assigns. */
final class UnsavedMasks {
  private final Model model;
  private final Program program;
  private final Masks masks;

  UnsavedMasks(Model model, Masks masks) {
    this.model = model;
    this.program = model.program();
    this.masks = masks;
  }

  /**
   * Every such setter, in the order of calls.
   *
   * @param settings every call that sets the mask of a mapping
   */
  SortedMap<CallSite, NeverSaved> find(List<Constrainers.Setting> settings) {
    SortedMap<CallSite, NeverSaved> found = new TreeMap<>();
    for (Constrainers.Setting setting : settings) {
      MaskValue mask = setting.call().mask();
      for (Symbol symbol : mask.symbols()) {
        if (symbol instanceof Symbol.Field field
            && field.isOwnerKnown()
            && isWhole(mask, field)
            && !isSet(setting.entity(), field)) {
          found.put(setting.at(), new NeverSaved(flagged(setting), FieldOwners.display(field)));
        }
      }
    }
    return found;
  }

  /** Whether the field alone is the mask, on every path. */
  private static boolean isWhole(MaskValue mask, Symbol.Field field) {
    return mask.alternatives().stream()
        .flatMap(alternative -> alternative.terms().stream())
        .allMatch(term -> term.symbols().size() == 1 && term.symbols().contains(field));
  }

  private boolean isSet(Entity reader, Symbol.Field field) {
    Optional<Name> name = program.index().find(field.field());
    if (name.isEmpty()) {
      return true; // The reader names it: the index cannot tell.
    }
    for (Entity writer : program.index().fieldWriters(name.get())) {
      if (masks.isStored(writer, field)) {
        return true;
      }
    }
    return isAddressTaken(program.index().fileOf(reader), field.field());
  }

  /**
   * A plain search in the file that reads the field; a comment that matches only keeps us quiet.
   */
  private boolean isAddressTaken(SourceFile file, String field) {
    return program.isFound(
        file, Pattern.compile("&[\\w\\s>.()\\[\\]-]*(->|\\.)\\s*" + Pattern.quote(field) + "\\b"));
  }

  private Flagged flagged(Constrainers.Setting setting) {
    Entity entity = setting.entity();
    int at = setting.call().name().start();
    Place place = program.place(entity, at);
    return new Flagged(
        place,
        setting.call().function(),
        setting.call().maskText(),
        setting.call().targetText(),
        model.condition(new CallSite(entity, at)));
  }
}
