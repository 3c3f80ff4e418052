// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

namespace Sluice::Test {

// The application object that a test class needs. Without one, texts have no plurals.
enum class Surroundings { None, Core, Widgets };

// Makes a test class a part of the program that it is linked into. Its name is that of its file,
// without the ending. Gives true, so that a constant can call it before main().
bool registerTest(const char *file, Surroundings surroundings, std::unique_ptr<QObject> (*make)());

template <class Class>
std::unique_ptr<QObject> makeTest()
{
    return std::make_unique<Class>();
}

} // namespace Sluice::Test

// Takes the place of QTEST_MAIN. Several such files make one program, and its first argument names
// the file to run. Each name is a case of ctest.
#define SLUICE_TEST(Class, kind)                                                                   \
    static const bool registered##Class = Sluice::Test::registerTest(                              \
        __FILE__, Sluice::Test::Surroundings::kind, Sluice::Test::makeTest<Class>);
