// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QCoreApplication>

#include <memory>

namespace Sluice {

// Keeps pictures and texts that are made once and painted again and again, as tables paint the same
// cells. It keeps the most recent ones, one store for each kind of key and value. Nothing outlives
// the application and its fonts.
template <typename Key, typename Value, int most>
class DrawnOnce
{
public:
    // make() returns a std::unique_ptr<Value> for a key that is not there yet. The reference is
    // valid until the next call.
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
