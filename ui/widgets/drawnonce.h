// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QCoreApplication>

#include <memory>

namespace Sluice {

// What is made once and painted again and again, as tables paint the same cells: the last most of
// it, one store for each kind of key and value. Nothing outlives the application and its fonts.
template <typename Key, typename Value, int most>
class DrawnOnce
{
public:
    // make() gives a std::unique_ptr<Value> for what is not there yet. Holds until the next call.
    template <typename Make>
    static const Value &get(const Key &key, Make make)
    {
        if (const Value *known = values().object(key))
            return *known;
        std::unique_ptr<Value> made = make();
        const Value &value = *made;
        values().insert(key, made.release());
        return value;
    }

private:
    static QCache<Key, Value> &values()
    {
        static QCache<Key, Value> kept(most);
        static const bool isCleared = [] {
            qAddPostRoutine([] { DrawnOnce::values().clear(); });
            return true;
        }();
        Q_UNUSED(isCleared)
        return kept;
    }
};

} // namespace Sluice
