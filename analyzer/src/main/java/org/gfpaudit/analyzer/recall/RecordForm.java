package org.gfpaudit.analyzer.recall;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;

/** The components of a record type, by their places from 0. Looked up once for each type. */
final class RecordForm {
  private static final ClassValue<RecordForm> FORMS =
      new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
          return new RecordForm(type);
        }
      };

  private final Type[] types;
  private final Method[] accessors;
  private final Constructor<?> constructor;

  private RecordForm(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("no form for " + type);
    }
    types = Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    Class<?>[] raw =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(raw);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("internal error: " + type, e);
    }
  }

  /**
   * The form of a type.
   *
   * @throws IllegalArgumentException if it is no record
   */
  static RecordForm of(Class<?> type) {
    return FORMS.get(type);
  }

  /** How many components there are. */
  int size() {
    return types.length;
  }

  /** The declared type of a component. */
  Type type(int component) {
    return types[component];
  }

  /** A component of a record of this type. */
  Object get(int component, Object record) {
    try {
      return accessors[component].invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("internal error: " + accessors[component], e);
    }
  }

  /** A record of these components. */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("internal error: " + constructor, e);
    }
  }
}
