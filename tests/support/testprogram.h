// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace Sluice::Test {

// The application object that a test class needs. Without one, texts have no plurals.
enum class Surroundings { None, Core, Widgets };

// A test class in a program. Its name is that of its file, without the ending.
class RegisteredTest
{
public:
    using Make = std::function<std::unique_ptr<QObject>()>;

    // Adds itself to the program that it is linked into. file: the source file of the class.
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

// Takes the place of QTEST_MAIN. Several such files make one program, and its first argument names
// the file to run. Each name is a case of ctest.
#define SLUICE_TEST(Class, kind)                                                                   \
    static const Sluice::Test::RegisteredTest registered##Class(                                   \
        __FILE__, Sluice::Test::Surroundings::kind, [] { return std::make_unique<Class>(); });
