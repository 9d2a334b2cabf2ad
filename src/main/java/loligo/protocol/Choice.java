package loligo.protocol;

import java.util.List;
import java.util.stream.IntStream;
import loligo.quantity.Quantity;

/// One value out of each family.
///
/// @param picks which value of the family with the same index
record Choice(List<Setting> families, List<Integer> picks) {
    static Choice of(List<Setting> families, int index) {
        Integer[] picks = new Integer[families.size()];
        int left = index;
        for (int f = picks.length - 1; f >= 0; f--) {
            int size = families.get(f).values().size();
            picks[f] = left % size;
            left /= size;
        }
        return new Choice(families, List.of(picks));
    }

    /// The chosen value of a setting in membrane units.
    double inside(Setting setting) {
        int family = families.indexOf(setting);
        return setting.inside(family < 0 ? 0 : picks.get(family));
    }

    List<Member.Chosen> chosen() {
        return IntStream.range(0, picks.size()).mapToObj(f -> {
            Setting family = families.get(f);
            return new Member.Chosen(family.name(), new Quantity(family.values().get(picks.get(f)), family.unit()));
        }).toList();
    }
}
