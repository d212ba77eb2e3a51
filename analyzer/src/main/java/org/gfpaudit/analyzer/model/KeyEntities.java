package org.gfpaudit.analyzer.model;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;

/** The entities that the keys of answers name. */
final class KeyEntities {
  /** What reads the components of a record type that may name an entity. */
  private static final ClassValue<Method[]> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          Method[] accessors =
              Arrays.stream(type.getRecordComponents())
                  .filter(component -> !isPlain(component.getType()))
                  .map(RecordComponent::getAccessor)
                  .toArray(Method[]::new);
          Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
          return accessors;
        }
      };

  private KeyEntities() {}

  /**
   * Whether a predicate accepts all entities in {@code key}: itself, the elements of collections
   * and maps, the components of records. What else there is could name one, so that it does not.
   */
  static boolean allMatch(Object key, Predicate<Entity> predicate) {
    if (key instanceof Entity entity) {
      return predicate.test(entity);
    }
    if (isPlain(key.getClass())) {
      return true;
    }
    if (key instanceof Record) {
      for (Method accessor : ACCESSORS.get(key.getClass())) {
        if (!allMatch(value(accessor, key), predicate)) {
          return false;
        }
      }
      return true;
    }
    if (key instanceof Collection<?> many) {
      return many.stream().allMatch(each -> allMatch(each, predicate));
    }
    if (key instanceof Map<?, ?> map) {
      return allMatch(map.keySet(), predicate) && allMatch(map.values(), predicate);
    }
    return key instanceof Optional<?> one
        && one.map(value -> allMatch(value, predicate)).orElse(true);
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || type == String.class
        || type == SourceFile.class
        || type == OptionalInt.class
        || type == Boolean.class
        || Number.class.isAssignableFrom(type);
  }

  private static Object value(Method accessor, Object key) {
    try {
      return accessor.invoke(key);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("internal error: " + accessor, e);
    }
  }
}
