package loligo.notation;

import java.util.List;

/// A tree of items without the places where they stand, to compare what two texts mean.
final class Shape {
    private static final Span NOWHERE = new Span(0, 0);

    private Shape() {}

    static List<Item> of(List<Item> items) {
        return items.stream().map(Shape::of).toList();
    }

    static Item of(Item item) {
        return switch (item) {
            case Item.Block(var kind, var title, int power, var name, var body, boolean braces, _) ->
                    new Item.Block(kind, title == null ? null : new Item.Title(title.form(), title.text(), NOWHERE), power, name == null ? null : of(name), of(body), braces, NOWHERE);
            case Item.Entry(var name, boolean prime, var values, var range, _) ->
                    new Item.Entry(name, prime, values.stream().map(Shape::of).toList(), range == null ? null : new Item.Range(range.from(), range.to(), NOWHERE), NOWHERE);
            case Item.Arrow(var from, var to, var forward, var backward, _) -> new Item.Arrow(of(from), of(to), forward, backward, NOWHERE);
        };
    }

    private static Item.Word of(Item.Word word) {
        return new Item.Word(word.text(), NOWHERE);
    }

    private static Value.Application of(Value.Application application) {
        return new Value.Application(application.word(), application.arguments(), NOWHERE);
    }

    private static Value of(Value value) {
        return switch (value) {
            case Value.Single(var expr, _) -> new Value.Single(expr, NOWHERE);
            case Value.Ramp(var from, var to, _) -> new Value.Ramp(from, to, NOWHERE);
            case Value.Family(var from, var to, var by, _) -> new Value.Family(from, to, by, NOWHERE);
            case Value.Text(var text, _) -> new Value.Text(text, NOWHERE);
            case Value.Application application -> of(application);
            case Value.Compared(var application, var relation, var with, _) -> new Value.Compared(of(application), relation, with, NOWHERE);
        };
    }
}
