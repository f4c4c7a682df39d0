package org.jiugai.registry;

/** What kind of owner; bodies are the same owner when they have the same name. */
public enum OwnerKind {
    PERSON("个人"),
    DEVELOPER("建设单位（未售）"),
    PUBLIC_HOUSING("公房产权单位"),
    ORGANISATION("单位");

    private final String label;

    OwnerKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
