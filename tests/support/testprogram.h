// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace Sluice::Test {

// The application object that a class of tests lives under. Without one, texts have no plurals.
enum class Surroundings { None, Core, Widgets };

// One class of tests that a program holds. It is called as its file is, without the ending.
class RegisteredTest
{
public:
    using Make = std::function<std::unique_ptr<QObject>()>;

    // Adds itself to the program that it is linked into. The file lies in the class's own folder.
    RegisteredTest(const char *file, Surroundings surroundings, Make make);

    const char *file() const { return m_file; }

    Surroundings surroundings() const { return m_surroundings; }

    std::unique_ptr<QObject> make() const { return m_make(); }

private:
    const char *m_file;
    Surroundings m_surroundings;
    Make m_make;
};

} // namespace Sluice::Test

// Stands where QTEST_MAIN stands in a program of one class: several such files make one program,
// whose first argument names the file to run. Each name is a case of ctest.
#define SLUICE_TEST(Class, kind)                                                                   \
    static const Sluice::Test::RegisteredTest registered##Class(                                   \
        __FILE__, Sluice::Test::Surroundings::kind, [] { return std::make_unique<Class>(); });
